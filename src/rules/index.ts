export * from './place';
export * from './book';
export * from './issue';
export * from './evaluation';
