/** Stands where a part of the program is still on its way: nothing to see, but whoever asks is told that it is busy. */
export const Arriving = () => <div aria-busy="true" />;
