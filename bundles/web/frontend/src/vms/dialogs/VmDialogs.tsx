import type { VmOperations } from '../useVmOperations';
import { DeleteVmDialog } from './DeleteVmDialog';
import { EditVmDialog } from './EditVmDialog';
import { ResetVmDialog } from './ResetVmDialog';
import { StopVmDialog } from './StopVmDialog';

const DIALOGS = { stop: StopVmDialog, reset: ResetVmDialog, edit: EditVmDialog, delete: DeleteVmDialog };

/** The dialog of the operation that asks something, while it asks. */
export function VmDialogs({ dialog, onClose }: { dialog: VmOperations['dialog']; onClose: () => void }) {
  if (dialog === null) {
    return null;
  }
  const Dialog = DIALOGS[dialog.operation];
  return <Dialog vm={dialog.vm} onClose={onClose} />;
}
