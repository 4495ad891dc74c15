import type { Server } from 'node:http';

/** Answers GET and HEAD from one folder. */
export function serveFolder(folder: string): Server;
/** Listens on the first free port from `port` on; 0 takes any. Resolves with the port. */
export function listen(server: Server, port: number, left?: number): Promise<number>;
