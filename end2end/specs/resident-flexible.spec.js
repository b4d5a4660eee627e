// Every page of one's own, as the rider whose insurance was interrupted.
import { readsOwnPages } from '../support/residents.js';

readsOwnPages('resident-flexible');
