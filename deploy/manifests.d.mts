export function manifestText(variant: 'development' | 'production' | 'intranet', base?: string): string;
