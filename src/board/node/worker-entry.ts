/** What a checking thread runs. */
export { answerTasks } from './worker';
