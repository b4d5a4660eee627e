// Every page of one's own, as the retired resident.
import { readsOwnPages } from '../support/residents.js';

readsOwnPages('resident-retiree');
