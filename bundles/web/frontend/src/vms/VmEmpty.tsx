import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '../ui/patternfly';
import { CubesIcon, SearchIcon } from '../ui/icons';

export function NoVms({ onCreate }: { onCreate: () => void }) {
  return (
    <EmptyState titleText="No virtual machines yet" headingLevel="h3" icon={CubesIcon} data-testid="vm-empty">
      <EmptyStateBody>Create one from a template; it can be running a few seconds from now.</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button onClick={onCreate}>Create VM</Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}

export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      titleText="No VM matches"
      headingLevel="h3"
      icon={SearchIcon}
      variant="sm"
      data-testid="vm-no-match"
    >
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            Clear the search
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
