// Every page of one's own, as the teacher who moved.
import { readsOwnPages } from '../support/residents.js';

readsOwnPages('resident-teacher');
