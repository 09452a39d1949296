/*
 * Ways to move about in a diagram, none of which takes the page away from the reader: the mouse
 * wheel acts only once the diagram has the focus, a finger moves it only while it is zoomed in.
 */
const STEP = 60;
const RANGE = { min: 0.2, max: 4 };
const READABLE = 0.55;
const MARGIN = 60;

const ARROWS = {
  ArrowLeft: { dx: STEP, dy: 0 },
  ArrowRight: { dx: -STEP, dy: 0 },
  ArrowUp: { dx: 0, dy: STEP },
  ArrowDown: { dx: 0, dy: -STEP },
};

function button(label, sign, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.title = label;
  made.setAttribute('aria-label', label);
  made.textContent = sign;
  made.addEventListener('click', act);
  return made;
}

function keys(surface, canvas, acts) {
  surface.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (ARROWS[event.key]) {
      canvas.scroll(ARROWS[event.key]);
    } else if (acts[event.key]) {
      acts[event.key]();
    } else {
      return;
    }
    event.preventDefault();
  });
}

function fingers(surface, canvas) {
  let last;
  surface.addEventListener('pointerdown', (event) => {
    last = event.pointerType === 'touch' && event.isPrimary ? event : undefined;
  });
  surface.addEventListener('pointermove', (event) => {
    if (last && event.pointerId === last.pointerId && surface.classList.contains('is-zoomed')) {
      canvas.scroll({ dx: event.clientX - last.clientX, dy: event.clientY - last.clientY });
      last = event;
    }
  });
  ['pointerup', 'pointercancel'].forEach((end) => surface.addEventListener(end, () => (last = undefined)));
}

function wheelWithFocus(surface, viewer, wheel) {
  const allow = (enabled) => {
    wheel.enabled = enabled;
    viewer.get('zoomScroll').toggle(enabled);
  };
  surface.addEventListener('focusin', () => allow(true));
  surface.addEventListener('focusout', () => allow(false));
}

/** As high as the drawing needs at the width there is; the style sheet holds the limits. */
function fitHeight(surface, { width, height }) {
  const scale = Math.min(1, surface.clientWidth / width);
  surface.style.height = `${Math.round(height * scale) + 2 * MARGIN}px`;
}

/**
 * Shows the diagram and returns the row of buttons. Where all of it would be too small to read, it
 * opens at the step that waits.
 *
 * @param {{viewer, surface: HTMLElement, wheel: {enabled: boolean}, waiting?: object, describedBy: string}} parts
 */
export function navigate({ viewer, surface, wheel, waiting, describedBy }) {
  const canvas = viewer.get('canvas');
  let fitting = 1;
  const fit = () => {
    canvas.zoom('fit-viewport', 'auto');
    canvas.zoom(canvas.zoom() * 0.94, 'auto');
    fitting = canvas.zoom();
    surface.classList.remove('is-zoomed');
  };
  const zoomTo = (scale) => {
    canvas.zoom(Math.min(RANGE.max, Math.max(RANGE.min, scale)), 'auto');
    surface.classList.toggle('is-zoomed', canvas.zoom() > fitting);
  };
  const closer = () => zoomTo(canvas.zoom() * 1.25);
  const farther = () => zoomTo(canvas.zoom() * 0.8);

  const drawing = surface.querySelector('svg[tabindex]');
  drawing.setAttribute('role', 'application');
  drawing.setAttribute('aria-label', 'Diagram of the process: plus and minus zoom, arrow keys move, 0 shows all of it');
  drawing.setAttribute('aria-describedby', describedBy);

  keys(drawing, canvas, { '+': closer, '=': closer, '-': farther, 0: fit });
  fingers(surface, canvas);
  wheelWithFocus(drawing, viewer, wheel);

  fitHeight(surface, canvas.viewbox().inner);
  canvas.resized();
  fit();
  if (waiting && fitting < READABLE) {
    zoomTo(READABLE);
    canvas.scrollToElement(waiting, MARGIN);
  }

  const tools = document.createElement('div');
  tools.className = 'diagram-tools';
  tools.append(button('Zoom in', '+', closer), button('Zoom out', '\u2212', farther), button('Fit: show all of it', 'Fit', fit));
  return tools;
}
