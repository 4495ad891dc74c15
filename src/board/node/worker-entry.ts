/** The file that a checking thread starts from. */
import { answerTasks } from './worker';

answerTasks();
