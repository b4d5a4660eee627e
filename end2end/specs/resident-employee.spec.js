// Every page of one's own, as the employee with parents elsewhere.
import { readsOwnPages } from '../support/residents.js';

readsOwnPages('resident-employee', true);
