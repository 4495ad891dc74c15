/**
 * One request of the library: object paths and actions, done in order until one fails; what came before
 * stays done (unverified). The wire is what the library itself writes and reads.
 */
import { Bag, Collection, HostError, HostObject } from './base';
import { faultFor, type Failure } from './faults';
import type { ExcelHost } from './host';

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}
interface PathInfo {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}
interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}
export interface RequestBody {
  readonly Actions: readonly ActionInfo[];
  readonly ObjectPaths: Readonly<Record<string, PathInfo>>;
  readonly AutoKeepReference?: boolean;
}

const PATH = { global: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

/** Members of the library's own that no declaration lists. */
const INTERNAL =
  /^(_(KeepReference|RemoveReference|ValidateArraySize|RegisterDataChangedEvent|UnregisterDataChangedEvent)|CreateWorkbook|Open|GetItemAt)$/;

export type Outcome =
  | { readonly kind: 'answer'; readonly response: object }
  | Extract<Failure, { kind: 'status' | 'silence' }>
  | { readonly kind: 'delay'; readonly ms: number; readonly response: object };

export class Batch {
  readonly seen: string[] = [];
  private readonly objects = new Map<number, HostObject | null>();
  private readonly results: { ActionId: number; Value: unknown }[] = [];
  private readonly traces: number[] = [];

  /** Sent by the library on its own: it gives handles back, or speaks to a service of Office. */
  readonly isLibrarys: boolean;

  constructor(
    private readonly host: ExcelHost,
    private readonly body: RequestBody,
  ) {
    this.isLibrarys =
      Object.values(body.ObjectPaths).some((path) => path.ObjectPathType === PATH.service) ||
      body.Actions.every((action) => action.ActionType === ACTION.instantiate || action.Name === '_RemoveReference');
  }

  run(trip: number): Outcome {
    let late = 0;
    for (const [index, action] of this.body.Actions.entries()) {
      let location = '';
      try {
        location = this.locate(action);
        this.seen.push(location);
        const fault = this.isLibrarys ? null : faultFor(this.host.faults, { batch: trip, index, member: location });
        if (fault?.kind === 'error') throw new HostError(fault.code);
        if (fault?.kind === 'silence' || fault?.kind === 'status') return fault;
        if (fault?.kind === 'delay') late = fault.ms;
        const object = action.ActionType === ACTION.trace ? null : this.resolve(action.ObjectPathId);
        this.results.push({ ActionId: action.Id, Value: this.act(action, object) });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        const Error = {
          Code: error.code,
          Message: error.message,
          Location: location,
          ActionIndex: index,
          HttpStatusCode: 400,
        };
        return this.respond(late, { Error, Results: this.results, TraceIds: this.traces });
      }
    }
    return this.respond(late, { Results: this.results, TraceIds: this.traces });
  }

  private respond(late: number, response: object): Outcome {
    return late > 0 ? { kind: 'delay', ms: late, response } : { kind: 'answer', response };
  }

  /** Resolves no more than it must: a method that makes an object does its work when it is resolved. */
  private locate(action: ActionInfo): string {
    if (action.ActionType === ACTION.trace) return 'trace';
    const path = this.body.ObjectPaths[action.ObjectPathId];
    const isNewMethod =
      action.ActionType === ACTION.instantiate &&
      path?.ObjectPathType === PATH.method &&
      !this.objects.has(action.ObjectPathId);
    const className =
      this.resolve(isNewMethod ? (path.ParentObjectPathId ?? 0) : action.ObjectPathId)?.className ?? 'nothing';
    if (isNewMethod) return `${className}.${uncapitalized(path.Name)}()`;
    if (action.ActionType === ACTION.set) return `${className}.${uncapitalized(action.Name)}=`;
    if (action.ActionType === ACTION.method) return `${className}.${uncapitalized(action.Name)}()`;
    return action.ActionType === ACTION.query ? `${className}.load` : className;
  }

  private act(action: ActionInfo, object: HostObject | null): unknown {
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.identity(object);
      case ACTION.query:
        return this.load(object, action.QueryInfo?.Select ?? []);
      case ACTION.method:
        return object === null && action.Name === '_KeepReference' ? null : this.call(demand(object), action);
      case ACTION.set:
        return this.set(demand(object), action);
      case ACTION.trace:
        this.traces.push(action.Id);
        return null;
      default:
        throw new HostError('NotImplemented', `action type ${String(action.ActionType)}`);
    }
  }

  /** What the library keeps of an object: its handle, or the id it is found by in its collection. */
  private identity(object: HostObject | null): unknown {
    if (!object) return null;
    const kept = this.host.handleOf(object);
    if (kept) return { _ReferenceId: kept };
    const id: unknown = Reflect.get(object, 'id');
    return typeof id === 'string' ? { Id: id } : {};
  }

  private load(object: HostObject | null, select: readonly string[]): unknown {
    if (!object) return null;
    if (select.length === 0) {
      this.host.emptyLoads += 1;
      throw new HostError('EmptyLoad', `load() of ${object.className} names no property`);
    }
    if (object instanceof Collection) {
      return { _Items: object.list().map((item) => ({ ...identifier(item), ...this.properties(item, select) })) };
    }
    const kept = this.host.handleOf(object);
    return { ...(kept ? { _ReferenceId: kept } : {}), ...this.properties(object, select) };
  }

  private properties(object: HostObject, select: readonly string[]): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const path of select) {
      const [first = '', ...rest] = path.split('/');
      const { name } = this.host.member(object, first);
      const value = this.read(object, name);
      const key = name.charAt(0).toUpperCase() + name.slice(1);
      if (!(value instanceof HostObject)) values[key] = value;
      else if (rest.length === 0) throw new HostError('InvalidArgument', `${path} is no plain property`);
      else if (value instanceof Collection) values[key] = this.load(value, [rest.join('/')]);
      else values[key] = merged(values[key], this.properties(value, [rest.join('/')]));
    }
    return values;
  }

  private read(object: HostObject, name: string): unknown {
    if (name in object) return Reflect.get(object, name);
    if (object instanceof Bag) return object.parts[name]?.() ?? object.kept(name);
    throw missing(object, name);
  }

  private set(object: HostObject, action: ActionInfo): null {
    const member = this.host.member(object, action.Name);
    const value = this.argumentsOf(action.ArgumentInfo)[0];
    if (member.kind !== 'property' || member.readonly)
      throw new HostError('InvalidArgument', `${member.name} cannot be set`);
    if (member.name in object) Reflect.set(object, member.name, value);
    else if (object instanceof Bag) object.keep(member.name, value);
    else throw missing(object, member.name);
    return null;
  }

  private call(object: HostObject, action: ActionInfo): unknown {
    if (action.Name === '_KeepReference') {
      this.host.keep(object);
      return null;
    }
    if (object instanceof Service) return null;
    const given = this.argumentsOf(action.ArgumentInfo);
    if (action.Name === '_RemoveReference') {
      this.host.release(String(given[0]));
      return null;
    }
    if (/registerDataChangedEvent$/i.test(action.Name)) {
      this.host.listening = action.Name.startsWith('_Register');
      return null;
    }
    return this.invoke(object, action.Name, given);
  }

  private invoke(object: HostObject, wireName: string, given: readonly unknown[]): unknown {
    const name = INTERNAL.test(wireName) ? uncapitalized(wireName) : this.host.member(object, wireName).name;
    const method: unknown = Reflect.get(object, name);
    if (typeof method !== 'function') throw missing(object, name);
    return (method as (...args: unknown[]) => unknown).apply(
      object,
      given.map((value) => (value === null ? undefined : value)),
    );
  }

  private argumentsOf(info: Arguments | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => {
      const path = references?.[index];
      return typeof path === 'number' && path > 0 ? this.resolve(path) : value;
    });
  }

  private resolve(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const made = this.make(this.body.ObjectPaths[id]);
    this.objects.set(id, made);
    return made;
  }

  private make(path: PathInfo | undefined): HostObject | null {
    if (!path) throw new HostError('InvalidObjectPath');
    if (path.ObjectPathType === PATH.global) return this.host.root;
    if (path.ObjectPathType === PATH.nothing) return null;
    if (path.ObjectPathType === PATH.service) return new Service(this.host.root.world);
    if (path.ObjectPathType === PATH.reference) {
      const kept = this.host.references.get(path.Name);
      if (!kept) throw new HostError('InvalidObjectPath');
      return kept;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null; // what hangs on a null object is one too: unverified
    if (path.ObjectPathType === PATH.property)
      return asObject(this.read(parent, this.host.member(parent, path.Name).name));
    const given = this.argumentsOf(path.ArgumentInfo);
    return asObject(
      path.ObjectPathType === PATH.indexer
        ? this.invoke(parent, 'getItem', given)
        : this.invoke(parent, path.Name, given),
    );
  }
}

/** A service of Office that is not Excel's workbook: takes every message and does nothing. */
class Service extends HostObject {
  readonly className = 'Service';
}

const uncapitalized = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function demand(object: HostObject | null): HostObject {
  if (!object) throw new HostError('InvalidObjectPath', 'nothing can be done with a null object');
  return object;
}

function asObject(value: unknown): HostObject | null {
  if (value === null || value instanceof HostObject) return value;
  throw new HostError('InvalidObjectPath');
}

const missing = (object: HostObject, name: string): HostError =>
  new HostError('ApiNotFound', `the stand-in does not know ${object.className}.${name}`);

/** Two answers about one object, and about the objects that it leads to. */
function merged(one: unknown, other: object): object {
  if (typeof one !== 'object' || one === null) return other;
  const both: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other))
    both[key] =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? merged(both[key], value as object) : value;
  return both;
}

/** Items are found again by id, or by name where they have none. */
function identifier(item: HostObject): Record<string, unknown> {
  const id: unknown = Reflect.get(item, 'id');
  if (typeof id === 'string') return { Id: id };
  const name: unknown = Reflect.get(item, 'name');
  return typeof name === 'string' ? { _Id: name } : {};
}
