// The socket: connects, stays connected, and says how it stands.

import { io, type Socket } from 'socket.io-client';
import type { Language } from './protocol';

export type Status =
  | 'idle'
  | 'connecting'
  | 'online'
  | 'reconnecting'
  | 'unreachable'
  | 'busy'
  | 'foreign';

export interface Handshake {
  token: string | null;
  language: Language;
}

export interface ConnectionEvents {
  session(value: unknown): void;
  entry(value: unknown): void;
  typing(value: unknown): void;
  /** The server has deleted the conversation. */
  erased(): void;
  status(status: Status): void;
}

const PATH = '/chat/socket';
const ACK_TIMEOUT = 15_000;
const BUSY_WAIT = 15_000;
const REOPEN_WAIT = 1_500;
// After "try again" the attempt stays visible for a moment, even when it fails at once.
const SHOWN_ATTEMPT = 700;

export class Connection {
  status: Status = 'idle';
  private readonly socket: Socket;
  private met = false;
  private attemptedAt = 0;
  private timer = 0;

  constructor(
    private readonly server: string,
    handshake: () => Handshake,
    private readonly events: ConnectionEvents,
  ) {
    this.socket = io(server, {
      path: PATH,
      // A function, so that a reconnect sends what is true then.
      auth: (send) => send(handshake()),
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      autoConnect: false,
      reconnectionDelayMax: 10_000,
    });
    this.listen();
  }

  /** The first connect; later calls do nothing. */
  connect(): void {
    if (this.status === 'idle') this.attempt();
  }

  /** Tries at once, whatever the automatic reconnecting is waiting for. */
  retry(): void {
    if (this.status !== 'online' && this.status !== 'idle') this.reopen();
  }

  /** Leaves and enters again, with the present token. */
  restart(): void {
    if (this.status === 'idle') return;
    this.met = false;
    this.reopen();
  }

  /** Sends an event and gives the server's answer; fails when there is none. */
  async request(event: string, body: object): Promise<unknown> {
    if (this.status !== 'online') throw new Error('not connected');
    return this.socket.timeout(ACK_TIMEOUT).emitWithAck(event, body);
  }

  private reopen(): void {
    this.socket.disconnect();
    this.attempt();
  }

  private attempt(): void {
    clearTimeout(this.timer);
    this.attemptedAt = Date.now();
    this.setStatus(this.met ? 'reconnecting' : 'connecting');
    this.socket.connect();
  }

  private attemptIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.reopen(), milliseconds);
  }

  private listen(): void {
    this.socket.on('session', (value: unknown) => {
      this.met = true;
      clearTimeout(this.timer);
      this.setStatus('online');
      this.events.session(value);
    });
    this.socket.on('entry', (value: unknown) => this.events.entry(value));
    this.socket.on('typing', (value: unknown) => this.events.typing(value));
    this.socket.on('erased', () => this.events.erased());
    this.socket.on('disconnect', (reason) => {
      if (reason === 'io client disconnect') return;
      this.setStatus('reconnecting');
      // The library does not come back by itself when the server has sent it away.
      if (reason === 'io server disconnect') this.attemptIn(REOPEN_WAIT);
    });
    this.socket.on('connect_error', (error) => this.failed(error));
    addEventListener('online', () => this.retry());
  }

  private failed(error: Error & { data?: { reason?: unknown; wait?: unknown } }): void {
    const reason = error.data?.reason;
    if (reason === 'rate') {
      this.setStatus('busy');
      const wait = error.data?.wait;
      this.attemptIn(typeof wait === 'number' ? wait * 1000 : BUSY_WAIT);
    } else if (this.met) {
      this.setStatus('reconnecting');
    } else {
      const shown = Date.now() - this.attemptedAt;
      setTimeout(() => void this.unreachable(), Math.max(0, SHOWN_ATTEMPT - shown));
    }
  }

  private async unreachable(): Promise<void> {
    if (this.status !== 'connecting') return;
    const foreign = await this.turnsPageAway();
    if (this.status !== 'connecting') return;
    if (foreign) this.socket.disconnect(); // trying again changes nothing
    this.setStatus(foreign ? 'foreign' : 'unreachable');
  }

  /** A browser does not tell why there is no socket; a server that answers otherwise lets no socket in from here. */
  private async turnsPageAway(): Promise<boolean> {
    if (this.server === location.origin) return false;
    try {
      await fetch(`${this.server}/icon.svg`, { mode: 'no-cors', cache: 'no-store' });
      return true;
    } catch {
      return false;
    }
  }

  private setStatus(status: Status): void {
    if (this.status === status) return;
    this.status = status;
    this.events.status(status);
  }
}
