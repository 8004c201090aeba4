// Where does it say what to do when this rings? Under a heading of that name in the runbook.

export const whatToDo = (id: string): string => `What to do: infra/RUNBOOK.md#${id}`;
