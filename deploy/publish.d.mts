export const KEPT_DAYS: number;
export function publish(from: string, to: string, now?: Date): { files: number; kept: number; removed: number };
