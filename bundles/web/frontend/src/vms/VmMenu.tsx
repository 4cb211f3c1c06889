import { Dropdown, DropdownItem, DropdownList, MenuToggle, type MenuToggleElement } from '../ui/patternfly';
import { type Ref, useState } from 'react';
import type { Vm } from '../api/types';
import { EllipsisVIcon } from '../ui/icons';
import { type Operation, OPERATION_WORDS, OPERATIONS, whyNot } from './availability';

interface Props {
  vm: Vm;
  onBegin: (operation: Operation, vm: Vm) => void;
  testId?: string;
}

/** Everything that can be done to a VM; what cannot be done now stays visible, with the reason. */
export function VmMenu({ vm, onBegin, testId = `vm-menu-${vm.name}` }: Props) {
  const [open, setOpen] = useState(false);
  const toggle = (ref: Ref<MenuToggleElement>) => (
    <MenuToggle
      ref={ref}
      variant="plain"
      isExpanded={open}
      onClick={() => setOpen(!open)}
      aria-label={`Actions for ${vm.name}`}
      data-testid={testId}
      icon={<EllipsisVIcon />}
    />
  );
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      toggle={toggle}
      popperProps={{ position: 'right' }}
    >
      <DropdownList>
        {OPERATIONS.map((operation) => (
          <Item key={operation} operation={operation} vm={vm} onBegin={onBegin} />
        ))}
      </DropdownList>
    </Dropdown>
  );
}

function Item({ operation, vm, onBegin }: Omit<Props, 'testId'> & { operation: Operation }) {
  const why = whyNot(operation, vm);
  return (
    <DropdownItem
      isDanger={operation === 'delete' && why === ''}
      isAriaDisabled={why !== ''}
      description={why}
      onClick={() => onBegin(operation, vm)}
      data-testid={`vm-${operation}-${vm.name}`}
    >
      {OPERATION_WORDS[operation]}
    </DropdownItem>
  );
}
