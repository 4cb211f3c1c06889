import {
  Button,
  Pagination,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '../ui/patternfly';

interface Props {
  search: string;
  onSearch: (search: string) => void;
  shown: number;
  page: number;
  perPage: number;
  onPage: (page: number) => void;
  onCreate: () => void;
}

export function VmToolbar({ search, onSearch, shown, page, perPage, onPage, onCreate }: Props) {
  return (
    <Toolbar inset={{ default: 'insetNone' }}>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            aria-label="Search VMs by name, state, host or reason"
            placeholder="Search name, state, host…"
            value={search}
            onChange={(_, value) => onSearch(value)}
            onClear={() => onSearch('')}
            data-testid="vm-search"
          />
        </ToolbarItem>
        <ToolbarItem>
          <Button onClick={onCreate} data-testid="vm-create">
            Create VM
          </Button>
        </ToolbarItem>
        {shown > perPage && (
          <ToolbarGroup align={{ default: 'alignEnd' }}>
            <Pagination
              isCompact
              itemCount={shown}
              page={page}
              perPage={perPage}
              perPageOptions={[]}
              onSetPage={(_, next) => onPage(next)}
            />
          </ToolbarGroup>
        )}
      </ToolbarContent>
    </Toolbar>
  );
}
