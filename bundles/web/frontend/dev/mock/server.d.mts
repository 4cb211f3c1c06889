export interface Mock {
  url: string;
  cluster: {
    index: number;
    entries: unknown[];
    put(kind: string, object: Record<string, unknown>): Record<string, unknown>;
    change(kind: string, id: string, fields: Record<string, unknown>): unknown;
    remove(kind: string, id: string): void;
  };
  api: {
    sessions: Set<string>;
    away: string;
    machines: { create(body: Record<string, unknown>): { id: string; subject: string } };
  };
  /** Breaks all connections and refuses new ones until {@link resume}. */
  interrupt(): void;
  resume(): void;
  stop(): Promise<void>;
}

export function startMock(port?: number): Promise<Mock>;
