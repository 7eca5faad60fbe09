/*
 * Keeps what a reader has typed, so that a session that ends, a sign-in in another tab or a change of language does not
 * lose it. It is kept in this tab only (sessionStorage), for one reader, by page and form: see docs/decisions/0090. The
 * pages work without it.
 */
'use strict';
(() => {
  const KEY = 'pujiang.typed';
  const MOST_FORMS = 20;
  const MOST_CHARACTERS = 100000;
  const LONGEST_HOURS = 24;

  const reader = document.body.dataset.reader || '';
  const page = path(document.body.dataset.page || '/');
  // Tells the other tabs of a sign-out.
  const tell = 'BroadcastChannel' in window ? new BroadcastChannel(KEY) : null;

  // Of a reader who is unknown nothing is kept, and nothing that stands beside a password.
  function watched(form) {
    return form.getAttribute('method') === 'post' && reader !== '' && !signsOut(form)
        && form.querySelector('[type=password]') === null;
  }

  function signsOut(form) {
    return target(form) === '/sign-out';
  }

  // A form that names itself is the same form wherever it is sent to.
  function named(form) {
    return form.dataset.typed || target(form);
  }

  // As it is written: a field called "action" would stand before the property.
  function target(form) {
    return path(form.getAttribute('action') || '');
  }

  function path(address) {
    return new URL(address, location.href).pathname;
  }

  // Never passwords, files, or what the reader has not typed.
  function typed(field) {
    return field.name !== '' && !field.hidden && !field.disabled
        && (field.tagName === 'TEXTAREA' || field.tagName === 'SELECT'
            || !['password', 'file', 'hidden', 'submit', 'button', 'image', 'reset'].includes(field.type));
  }

  /** @return {reader, forms: [{page, form, at, fields}], sent}; nothing of anybody else */
  function kept() {
    const nothing = {reader, forms: [], sent: null};
    try {
      const found = JSON.parse(sessionStorage.getItem(KEY)) || nothing;
      if (reader !== '' && found.reader !== reader) return nothing;
      const oldest = Date.now() - LONGEST_HOURS * 3600 * 1000;
      found.forms = found.forms.filter(each => each.at > oldest);
      return found;
    } catch {
      return nothing;
    }
  }

  // The oldest is forgotten first; a form that is too large by itself is not kept.
  function keep(all) {
    while (all.forms.length > MOST_FORMS) all.forms.shift();
    while (all.forms.length > 0 && JSON.stringify(all).length > MOST_CHARACTERS) all.forms.shift();
    try {
      if (all.forms.length === 0 && all.sent === null) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, JSON.stringify(all));
    } catch {
      // Storage is full or shut off: then nothing is kept.
    }
  }

  function forget() {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Then there is nothing.
    }
  }

  function without(all, where, form) {
    all.forms = all.forms.filter(each => each.page !== where || each.form !== form);
  }

  function values(form) {
    const fields = {};
    for (const field of form.elements) {
      if (!typed(field)) continue;
      if (field.type === 'checkbox' || field.type === 'radio') {
        fields[field.name] ||= [];
        if (field.checked) fields[field.name].push(field.value);
      } else if (field.type === 'select-multiple') {
        fields[field.name] = [...field.selectedOptions].map(option => option.value);
      } else {
        fields[field.name] = field.value;
      }
    }
    return fields;
  }

  /** Puts a value back where it still fits. Returns whether that changed anything. */
  function putBack(field, value) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      const before = field.checked;
      field.checked = value.includes(field.value);
      return field.checked !== before;
    }
    if (field.type === 'select-multiple') {
      const before = [...field.options].map(option => option.selected).join();
      for (const option of field.options) option.selected = value.includes(option.value);
      return [...field.options].map(option => option.selected).join() !== before;
    }
    if (field.type === 'select-one' && ![...field.options].some(option => option.value === value)) return false;
    const changed = field.value !== value;
    field.value = value;
    return changed;
  }

  /**
   * A form was answered well if its answer led on to another page. Going back, coming by an address of one's own, a
   * refusal and a preview do not.
   */
  function answeredWell(sent) {
    const came = performance.getEntriesByType('navigation')[0];
    return came !== undefined && came.type !== 'back_forward' && document.referrer === sent.from
        && location.pathname !== sent.to && document.body.dataset.refused === undefined;
  }

  function settle(all) {
    const sent = all.sent;
    all.sent = null;
    if (sent !== null && reader !== '' && answeredWell(sent)) without(all, sent.page, sent.form);
  }

  function restore(all) {
    let changed = false;
    for (const form of document.forms) {
      if (!watched(form)) continue;
      const found = all.forms.find(each => each.page === page && each.form === named(form));
      if (found === undefined) continue;
      let here = false;
      for (const field of form.elements) {
        if (typed(field) && field.name in found.fields) here = putBack(field, found.fields[field.name]) || here;
      }
      const folded = form.closest('details');
      if (here && folded !== null) folded.open = true;
      changed ||= here;
    }
    const notice = document.getElementById('typed');
    if (!changed || notice === null) return;
    notice.className = 'notice';
    notice.hidden = false;
  }

  function note(event) {
    const form = event.target.form;
    if (!form || !watched(form) || !typed(event.target)) return;
    const all = kept();
    all.reader = reader;
    without(all, page, named(form));
    all.forms.push({page, form: named(form), at: Date.now(), fields: values(form)});
    keep(all);
  }

  function send(event) {
    const form = event.target;
    if (signsOut(form)) {
      forget();
      tell?.postMessage('signed out');
    } else if (watched(form)) {
      const all = kept();
      const button = event.submitter?.getAttribute('formaction');
      const to = button ? path(button) : target(form);
      all.sent = {page, form: named(form), from: location.href.split('#')[0], to};
      keep(all);
    }
  }

  // Whoever then leaves by a link has not waited for the answer.
  function leave(event) {
    if (event.target.closest('a') === null) return;
    const all = kept();
    all.sent = null;
    keep(all);
  }

  if (tell !== null) tell.onmessage = forget;
  const all = kept();
  settle(all);
  keep(all);
  if (reader !== '') restore(all);
  document.addEventListener('input', note);
  document.addEventListener('change', note);
  document.addEventListener('submit', send);
  document.addEventListener('click', leave);
})();
