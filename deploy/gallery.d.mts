import type { Configuration } from 'webpack';

export const GALLERY: string;
export function withGallery(app: Configuration): Configuration;
export function buildGallery(folder: string): Promise<void>;
