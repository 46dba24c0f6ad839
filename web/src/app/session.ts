import { ApolloLink } from "@apollo/client";
import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { OperationTypeNode } from "graphql";
import {
  BehaviorSubject,
  catchError,
  filter,
  from,
  map,
  mergeMap,
  NEVER,
  type Observable,
  of,
  take,
  tap,
  throwError,
} from "rxjs";
import type { SessionQuery } from "../gql/graphql.js";
import { signInAddress } from "../lib/next-path.js";
import { refusalFrom } from "../lib/refusal.js";

/** Operations that make somebody signed in. Their UNAUTHENTICATED is an answer about what was typed. */
const ENTRIES = new Set(["SignIn", "Setup", "AcceptInvitation"]);
/** Pages of people who may not be signed in: what changes there is seen when they are loaded again. */
const DOORS = /^\/(sign-in|setup|invitations)(\/|$)/;

export type Person = Extract<NonNullable<SessionQuery["viewer"]>, { __typename: "User" }>;

/** What one tab tells the others of the same browser, which share the session's cookie. */
export type SessionNews = { kind: "left" } | { kind: "entered"; userId: string };

interface Surroundings {
  tell: (news: SessionNews) => void;
  /** Forgets everything: loads that address, or without one the present address, anew. */
  startAgain: (address?: string) => void;
}

type Forward = ApolloLink.ForwardFunction;
type Answers = Observable<ApolloLink.Result>;
/** What came of an operation, good or bad. */
interface Told {
  result?: ApolloLink.Result;
  error?: unknown;
}

/**
 * Who is signed in here, as far as the server said, and what follows when that is no longer so. An answer that
 * may come from a lost session is held back while the server is asked who is here. Is it nobody, then `over`
 * names whom the page belongs to, until that person has signed in again: then queries and streams that were
 * held are asked once more, and a mutation, which did not happen, is refused as it was. Is it somebody else,
 * then nothing of the page may stay.
 */
export class Session {
  readonly over = new BehaviorSubject<Person | null>(null);
  private person: Person | null = null;
  /** Which session it is. An answer to what was asked in an earlier one says nothing of this one. */
  private turn = 0;

  constructor(private readonly surroundings: Surroundings) {}

  /** Another tab has said this. */
  hear(news: SessionNews): void {
    if (news.kind === "left") this.leaveFor(signInAddress({ why: "signed-out" }));
    else if (this.person === null) this.surroundings.startAgain();
    else this.meet(news.userId);
  }

  /** `ask` sends the session's query. */
  link(ask: () => Promise<unknown>): ApolloLink {
    return new ApolloLink((operation, forward) => {
      const name = operation.operationName ?? "";
      if (ENTRIES.has(name)) return this.entered(operation, forward);
      if (name === "SignOut") return this.left(operation, forward);
      if (name === "Session") return this.recognized(operation, forward);
      return this.guarded(operation, forward, ask);
    });
  }

  private leaveFor(address: string): void {
    const { startAgain } = this.surroundings;
    if (DOORS.test(window.location.pathname)) startAgain();
    else startAgain(address);
  }

  /** Somebody has signed in, here or in another tab. */
  private meet(userId: string): void {
    if (userId !== this.person?.id) this.leaveFor("/");
    else if (this.over.value !== null) {
      this.turn++;
      this.over.next(null);
    }
  }

  private entered(operation: ApolloLink.Operation, forward: Forward): Answers {
    return forward(operation).pipe(
      tap(({ data }) => {
        const [payload] = Object.values((data ?? {}) as Record<string, { user: { id: string } } | null>);
        if (!payload) return;
        this.surroundings.tell({ kind: "entered", userId: payload.user.id });
        if (this.over.value !== null) this.meet(payload.user.id);
        // The page of the entry goes on by itself.
        else this.person = null;
      }),
    );
  }

  private left(operation: ApolloLink.Operation, forward: Forward): Answers {
    return forward(operation).pipe(
      mergeMap((result) => {
        if (!result.data) return of(result);
        this.surroundings.tell({ kind: "left" });
        this.leaveFor("/sign-in");
        return NEVER;
      }),
    );
  }

  private recognized(operation: ApolloLink.Operation, forward: Forward): Answers {
    const asked = this.turn;
    return forward(operation).pipe(
      mergeMap((result) => {
        if (!result.data) return of(result);
        const { viewer } = result.data as SessionQuery;
        const found = viewer?.__typename === "User" ? viewer : null;
        if (this.person === null || found?.id === this.person.id) {
          this.person = found;
          return of(result);
        }
        if (found !== null) {
          this.leaveFor("/");
          return NEVER;
        }
        if (asked === this.turn) this.over.next(this.person);
        const again = this.over.pipe(
          filter((nobody) => nobody === null),
          take(1),
        );
        return again.pipe(mergeMap(() => this.recognized(operation, forward)));
      }),
    );
  }

  private guarded(operation: ApolloLink.Operation, forward: Forward, ask: () => Promise<unknown>): Answers {
    const asked = this.turn;
    return forward(operation).pipe(
      map((result): Told => ({ result })),
      catchError((error: unknown) => of<Told>({ error })),
      mergeMap((told) => {
        const answer = told.result ? of(told.result) : throwError(() => told.error);
        if (this.person === null || !isDoubtful(operation, told)) return answer;
        return from(this.isStill(asked, ask)).pipe(
          mergeMap((isStill) =>
            isStill || operation.operationType === OperationTypeNode.MUTATION
              ? answer
              : this.guarded(operation, forward, ask),
          ),
        );
      }),
    );
  }

  /** Whether it is still the session of that turn. Nothing comes of it while nobody is here. */
  private async isStill(turn: number, ask: () => Promise<unknown>): Promise<boolean> {
    if (turn === this.turn) await ask().catch(() => {});
    return turn === this.turn;
  }
}

/** Whether it may be the answer to somebody who is not signed in: such a one finds nothing. */
function isDoubtful({ operationType }: ApolloLink.Operation, { result, error }: Told): boolean {
  const refusal = result?.errors?.length ? new CombinedGraphQLErrors(result) : error;
  if (refusal !== undefined) return refusalFrom(refusal).code === "UNAUTHENTICATED";
  return operationType === OperationTypeNode.QUERY && Object.values(result?.data ?? {}).some(isNothing);
}

const isNothing = (value: unknown): boolean =>
  value === null || (value as { edges?: unknown[] }).edges?.length === 0;
