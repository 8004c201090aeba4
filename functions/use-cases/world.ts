// What is the world a use case works in? All ports together; each use case says which of them it needs.
import type {
  Clock,
  Directory,
  Ids,
  Keys,
  Mail,
  Records,
  RememberedAnswers,
  Renderer,
  SignedFiles,
  Workflow,
  WorkingFiles,
} from './ports.ts';

export type World = {
  clock: Clock;
  ids: Ids;
  records: Records;
  answers: RememberedAnswers;
  directory: Directory;
  workflow: Workflow;
  renderer: Renderer;
  working: WorkingFiles;
  signed: SignedFiles;
  keys: Keys;
  mail: Mail;
};

export type Needs<Port extends keyof World> = Pick<World, Port>;
