// Every page of one's own, as the daughter with a second role.
import { readsOwnPages } from '../support/residents.js';

readsOwnPages('resident-daughter');
