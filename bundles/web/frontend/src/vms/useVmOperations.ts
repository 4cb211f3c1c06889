import { useCallback, useState } from 'react';
import type { VmAction } from '../api/EdogApi';
import type { Vm } from '../api/types';
import { useApi } from '../live/LiveContext';
import { sayError } from '../ui/toasts';
import type { Operation } from './availability';

/** Operations that ask something first. */
export type DialogOperation = 'stop' | 'reset' | 'edit' | 'delete';

const ASKS: readonly Operation[] = ['stop', 'reset', 'edit', 'delete'];

export interface VmOperations {
  /** The dialog that is open, and for which VM. */
  dialog: { operation: DialogOperation; vm: Vm } | null;
  closeDialog: () => void;
  /** Begins an operation: at once, or by opening its dialog. */
  begin: (operation: Operation, vm: Vm) => void;
}

/** What the menus of all VMs do. */
export function useVmOperations(): VmOperations {
  const [dialog, setDialog] = useState<VmOperations['dialog']>(null);
  const act = useVmAction();
  const begin = useCallback(
    (operation: Operation, vm: Vm) => {
      if (ASKS.includes(operation)) {
        setDialog({ operation: operation as DialogOperation, vm });
      } else {
        void act(vm, operation as VmAction);
      }
    },
    [act],
  );
  const closeDialog = useCallback(() => setDialog(null), []);
  return { dialog, closeDialog, begin };
}

/** Sends an action. What comes of it is seen at the VM and its task; only a refusal is told in the corner. */
function useVmAction(): (vm: Vm, action: VmAction) => Promise<void> {
  const api = useApi();
  return useCallback(
    async (vm, action) => {
      try {
        await api.act(vm.id, action);
      } catch (error) {
        sayError(`${vm.name}: ${action} was not accepted`, error);
      }
    },
    [api],
  );
}
