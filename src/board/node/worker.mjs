// A checking thread runs from the TypeScript sources, like the command line.
import { register } from 'tsx/esm/api';

register();
const { answerTasks } = await import('./worker.ts');
answerTasks();
