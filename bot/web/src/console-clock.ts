// A worker that ticks: browsers slow the timers of pages in the background down to one a minute, and
// an officer who reads something else must hear of a new ticket at once.

const EVERY_MS = 2000;

setInterval(() => postMessage(null), EVERY_MS);
