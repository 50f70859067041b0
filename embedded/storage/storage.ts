import type { Database, RootDatabase } from 'lmdb';
import { open } from 'lmdb';
import { Catalog } from './catalog.js';
import { requireIntact } from './require-intact.js';

type Tree = Database<Buffer, Buffer>;

export interface StorageOptions {
  readonly path: string;
  /** False only in tests: commits are then not forced to the disk. */
  readonly durable: boolean;
}

/**
 * The three LMDB trees. Collections and indexes are ranges of them, told apart by the first
 * bytes of a key, so that LMDB's limit on named trees never limits the number of collections.
 */
export class Storage {
  readonly documents: Tree;
  readonly indexes: Tree;
  readonly catalog: Catalog;
  private readonly root: RootDatabase<Buffer, Buffer>;

  constructor(options: StorageOptions) {
    requireIntact(options.path);
    this.root = open<Buffer, Buffer>({
      path: options.path,
      encoding: 'binary',
      keyEncoding: 'binary',
      maxDbs: 4,
      // The promise of a write must cover its sync, not only its commit.
      overlappingSync: false,
      noSync: !options.durable,
    });
    this.documents = this.tree('documents');
    this.indexes = this.tree('indexes');
    this.catalog = new Catalog(this.tree('catalog'));
  }

  /**
   * Runs one write command as one transaction. It resolves when the commit is on the disk;
   * when the action throws, nothing of it stays.
   */
  async write<T>(action: () => T): Promise<T> {
    try {
      return await this.root.childTransaction(action);
    } catch (error) {
      this.catalog.reload();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.root.close();
  }

  private tree(name: string): Tree {
    return this.root.openDB<Buffer, Buffer>(name, { encoding: 'binary', keyEncoding: 'binary' });
  }
}
