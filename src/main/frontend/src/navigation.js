/*
 * Ways to move about in a diagram, none of which takes the page away from the reader: the mouse
 * wheel acts only once the diagram has the focus, a finger moves it only while it is zoomed in.
 */
const STEP = 60;
const RANGE = { min: 0.2, max: 4 };

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

/** Fits the diagram in and returns the row of buttons; `describedBy` is the id of its text. */
export function navigate(viewer, surface, wheel, describedBy) {
  const canvas = viewer.get('canvas');
  let fitting = 1;
  const fit = () => {
    canvas.zoom('fit-viewport', 'auto');
    fitting = canvas.zoom();
    surface.classList.remove('is-zoomed');
  };
  const zoom = (factor) => {
    const next = Math.min(RANGE.max, Math.max(RANGE.min, canvas.zoom() * factor));
    canvas.zoom(next, 'auto');
    surface.classList.toggle('is-zoomed', next > fitting);
  };
  const closer = () => zoom(1.25);
  const farther = () => zoom(0.8);

  const drawing = surface.querySelector('svg[tabindex]');
  drawing.setAttribute('role', 'application');
  drawing.setAttribute('aria-label', 'Diagram of the process: plus and minus zoom, arrow keys move, 0 shows all of it');
  drawing.setAttribute('aria-describedby', describedBy);

  keys(drawing, canvas, { '+': closer, '=': closer, '-': farther, 0: fit });
  fingers(surface, canvas);
  wheelWithFocus(drawing, viewer, wheel);
  fit();

  const tools = document.createElement('div');
  tools.className = 'diagram-tools';
  tools.append(button('Zoom in', '+', closer), button('Zoom out', '\u2212', farther), button('Show all of it', 'Fit', fit));
  return tools;
}
