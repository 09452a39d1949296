/*
 * Draws a process and shows where it stands:
 *
 *   <div class="diagram" data-bpmn="/incidents/INC-000001/diagram.bpmn"
 *        data-active="userTask_a,subProcess_b" data-active-labels="Step a|Step b"
 *        data-passed="startEvent_c"></div>
 *
 * Labels stand in the order of the active ids, divided by "|" because a label may hold a comma.
 * The XML comes from the suite itself. An id that the diagram does not hold is left out of the
 * drawing and stays in the list below it.
 */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

import { navigate } from './navigation.js';

const split = (text, divider) =>
  (text ?? '').split(divider).map((part) => part.trim()).filter(Boolean);

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

/** What screen readers, and people without the drawing, read: the steps that wait right now. */
function stepList(labels, id) {
  const text = labels.length ? 'The process waits at:' : 'No step is waiting: the process has ended.';
  const list = element('div', { class: 'diagram-steps', id }, element('p', {}, text));
  if (labels.length) {
    list.append(element('ul', {}, ...labels.map((label) => element('li', {}, label))));
  }
  return list;
}

function legend(withPassed) {
  const passed = withPassed ? [element('span', { class: 'diagram-passed' }), ' passed'] : [];
  return element('p', { class: 'diagram-legend', 'aria-hidden': 'true' },
    element('span', { class: 'diagram-dot' }), ' now here ', ...passed);
}

/** The element itself, or the collapsed sub-process that hides it on the page that is shown. */
function shownFor(id, viewer) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  let found = registry.get(id);
  while (found && canvas.findRoot(found) !== canvas.getRootElement()) {
    found = registry.get(canvas.findRoot(found).id.replace(/_plane$/, ''));
  }
  return found;
}

/** Returns the marked element that waits, the first of them. */
function mark(viewer, activeIds, labels, passedIds) {
  const canvas = viewer.get('canvas');
  passedIds.map((id) => shownFor(id, viewer)).filter(Boolean)
    .forEach((passed) => canvas.addMarker(passed, 'is-passed'));

  const marked = new Map();
  activeIds.forEach((id, place) => {
    const active = shownFor(id, viewer);
    if (!active || marked.has(active.id)) {
      return;
    }
    marked.set(active.id, active);
    canvas.removeMarker(active, 'is-passed');
    canvas.addMarker(active, 'is-active');
    viewer.get('overlays').add(active, 'token', {
      position: { top: -13, left: -11 },
      scale: { min: 0.75, max: 1.5 },
      html: element('div', { class: 'diagram-token', title: labels[place] ?? id },
        element('span', { class: 'diagram-dot' }), element('span', {}, 'now here')),
    });
  });
  return marked.values().next().value;
}

async function xmlOf(address) {
  const source = new URL(address, document.baseURI);
  if (source.origin !== window.location.origin) {
    throw new Error(`A diagram comes from the suite itself, not from ${source.origin}.`);
  }
  const answer = await fetch(source, { credentials: 'same-origin', headers: { Accept: 'application/xml, text/xml' } });
  if (!answer.ok) {
    throw new Error(`The diagram could not be loaded (${answer.status}).`);
  }
  return answer.text();
}

async function draw(viewer, xml) {
  try {
    await viewer.importXML(xml);
  } catch (problem) {
    // What the parser says repeats the whole file: that helps whoever has the console open only.
    console.error(problem);
    throw new Error('What was loaded is not a diagram that can be drawn.');
  }
}

async function show(host, number) {
  const activeIds = split(host.dataset.active, ',');
  const labels = split(host.dataset.activeLabels, '|');
  const passedIds = split(host.dataset.passed, ',');
  const steps = stepList(labels.length ? labels : activeIds, `diagram-steps-${number}`);
  const canvas = element('div', { class: 'diagram-canvas' });
  host.replaceChildren(canvas, steps);
  try {
    const wheel = { enabled: false };
    const viewer = new NavigatedViewer({ container: canvas, zoomScroll: wheel });
    await draw(viewer, await xmlOf(host.dataset.bpmn));
    const waiting = mark(viewer, activeIds, labels, passedIds);
    host.prepend(navigate({ viewer, surface: canvas, wheel, waiting, describedBy: steps.id }));
    steps.before(legend(passedIds.length > 0));
    host.dataset.state = 'shown';
  } catch (problem) {
    const text = problem instanceof Error ? problem.message : String(problem);
    canvas.replaceWith(element('p', { class: 'diagram-problem', role: 'status' }, text));
    host.dataset.state = 'failed';
  }
}

function start() {
  document.querySelectorAll('.diagram[data-bpmn]').forEach(show);
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
