/** Follows the journal: tells {open: true} when the line stands, {kind, id} for each act, {back: true} when there was too much to
 *  tell, {lost: since} when the line is gone. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15_000;

export function listen(tell) {
    const state = { open: false, lost: 0, retry: open };
    let source;
    let wait = FIRST_WAIT;
    let timer;

    function open() {
        clearTimeout(timer);
        source?.close();
        source = new EventSource('/live');
        source.addEventListener('open', found);
        source.addEventListener('message', ({ data }) => tell(JSON.parse(data)));
        source.addEventListener('error', lost);
    }

    function found() {
        wait = FIRST_WAIT;
        state.open = true;
        state.lost = 0;
        tell({ open: true });
    }

    function lost() {
        source.close();
        state.open = false;
        if (!state.lost) {
            state.lost = Date.now();
            tell({ lost: state.lost });
        }
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
    }

    open();
    return state;
}
