import { type BenchReport } from './report';
export declare function bench(): Promise<BenchReport>;
