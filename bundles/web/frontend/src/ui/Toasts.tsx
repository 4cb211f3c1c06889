import { Alert, AlertActionCloseButton, AlertGroup } from './patternfly';
import { useStore } from 'zustand';
import { ProblemText } from './ProblemAlert';
import { closeToast, type Toast, toasts } from './toasts';

const NEWS_STAYS_MS = 6_000;

export function Toasts() {
  const items = useStore(toasts, (state) => state.items);
  const spoken = useStore(toasts, (state) => state.spoken);
  return (
    <>
      <AlertGroup isToast isLiveRegion aria-label="Messages">
        {items.map((toast) => (
          <One key={toast.key} toast={toast} />
        ))}
      </AlertGroup>
      <p className="pf-v6-screen-reader" role="status">
        {spoken}
      </p>
    </>
  );
}

function One({ toast }: { toast: Toast }) {
  const close = () => closeToast(toast.key);
  return (
    <Alert
      variant={toast.variant}
      title={toast.title}
      timeout={toast.variant === 'danger' ? false : NEWS_STAYS_MS}
      onTimeout={close}
      actionClose={<AlertActionCloseButton title={toast.title} onClose={close} />}
      data-testid={`toast-${toast.variant}`}
    >
      {toast.problem && <ProblemText problem={toast.problem} />}
    </Alert>
  );
}
