// Every page of one's own, as the head of a household.
import { readsOwnPages } from '../support/residents.js';

readsOwnPages('resident-household');
