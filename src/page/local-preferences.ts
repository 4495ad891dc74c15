import type { Preferences } from '../pane/preferences';

/** Kept in the browser; forgotten silently where storage is forbidden. */
export const LOCAL_PREFERENCES: Preferences = {
  read: (name) => {
    try {
      return localStorage.getItem(`thidua.${name}`);
    } catch {
      return null;
    }
  },
  write: (name, value) => {
    try {
      localStorage.setItem(`thidua.${name}`, value);
    } catch {
      // the choice lasts as long as the page
    }
  },
};
