// How it looks.

import { adapt } from './adapt';
import { base } from './base';
import { composer } from './composer';
import { extras } from './extras';
import { messages } from './messages';
import { panel } from './panel';

// In this order: what adapts to the screen comes last.
export const styles = [base, panel, messages, extras, composer, adapt];
