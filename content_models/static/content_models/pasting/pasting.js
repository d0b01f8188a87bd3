/* Pasting into a stream of sections or blocks: the server makes blocks of what was copied. */
(() => {
  'use strict';

  const { StreamBlockDefinition } = window.wagtailStreamField.blocks;
  const { insertAfter, insertSteps, takeAway } = window.tillaggInserting;
  const TAKES_BLOCKS = ['text', 'list'];
  const OFFICE = /mso-|class=["']?Mso|docs-internal-guid|sdfootnote|LibreOffice/i;
  const STRUCTURE = 'h1, h2, h3, h4, h5, h6, [role=heading], table, ul, ol, p ~ p, div ~ div';
  const OWN = '[data-draftjs-conductor-fragment], [data-editor-content]';
  const cleaned = new WeakSet();

  const make = (tag, members = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), members);
    element.append(...children);
    return element;
  };

  /* What one of the editor's fields would not take as it is. */
  function isForUs(html) {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    if (body.querySelector(OWN)) return false;
    return OFFICE.test(html) || body.querySelector(STRUCTURE) !== null;
  }

  function htmlOf(data) {
    const html = data.getData('text/html');
    if (html) return html;
    const lines = data.getData('text/plain').split(/\r?\n/);
    return lines.map((line) => make('p', { textContent: line }).outerHTML).join('');
  }

  function textOf(html) {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    return [...body.children].map((element) => element.textContent).join('\n');
  }

  function pasteCleaned(field, html) {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', textOf(html));
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    cleaned.add(event);
    field.dispatchEvent(event);
  }

  class PastedInto {
    constructor(stream, texts, hasSections) {
      Object.assign(this, { stream, texts, hasSections, element: stream.container[0] });
      this.told = make('div', { className: 'pasting__told', hidden: true });
      this.told.setAttribute('role', 'status');
      this.element.before(this.panel(), this.told);
      this.element.addEventListener('paste', (event) => this.onPaste(event), true);
    }

    panel() {
      const help = make('p', { className: 'help', textContent: this.texts.help });
      help.id = `${this.stream.prefix}-pasting-help`;
      const box = make('div', { className: 'pasting__box', contentEditable: 'true' });
      box.setAttribute('role', 'textbox');
      box.setAttribute('aria-label', this.texts.box);
      box.setAttribute('aria-describedby', help.id);
      box.dataset.placeholder = this.texts.box;
      box.addEventListener('beforeinput', (event) => event.preventDefault());
      box.addEventListener('paste', (event) => {
        event.preventDefault();
        this.send(htmlOf(event.clipboardData), {});
      });
      const summary = make('summary', { textContent: this.texts.open });
      return make('details', { className: 'pasting' }, summary, help, box);
    }

    onPaste(event) {
      const field = event.target.closest('[contenteditable=true]');
      const html = event.clipboardData.getData('text/html');
      if (!field || !html || cleaned.has(event) || !isForUs(html)) return;
      event.preventDefault();
      event.stopPropagation();
      this.send(html, { field, ...this.whereIs(field) });
    }

    whereIs(field) {
      const holds = (child) => child.element.contains(field);
      const child = this.stream.children.find(holds);
      if (!this.hasSections) return { block: child };
      return { section: child, block: child.block.childBlocks.blocks.children.find(holds) };
    }

    async send(html, where) {
      this.say([this.texts.busy]);
      const request = this.request(html, where);
      let response;
      let answer;
      try {
        response = await fetch(this.address(), request);
        answer = await response.json();
      } catch (error) {
        this.say([this.texts.failed], { isError: true });
        return;
      }
      if (response.ok) this.receive(answer, where);
      else this.say(answer.told || [this.texts.failed], { isError: true });
    }

    receive(answer, where) {
      if (!answer.html) {
        this.say([this.texts.empty, ...answer.told.slice(1)], { isError: true });
      } else if (where.field && (answer.is_line || !TAKES_BLOCKS.includes(where.block.type))) {
        pasteCleaned(where.field, answer.html);
        this.say(answer.told.slice(1));
      } else {
        const inserted = this.hasSections
          ? insertSteps(this.stream, answer.steps, where)
          : insertAfter(this.stream, answer.steps[0].blocks, where.block);
        this.element.dispatchEvent(new Event('change', { bubbles: true }));
        this.say(answer.told, { inserted });
        inserted[0].child.element.scrollIntoView({ block: 'center' });
      }
    }

    /* The number of the page, or of the parent of a page that is being created. */
    address() {
      const path = this.element.closest('form').getAttribute('action') || window.location.pathname;
      const [, model] = path.match(/\/add\/\w+\/(\w+)\//) || [];
      const [number] = path.replace(/[?#].*/, '').match(/\d+(?=\D*$)/);
      return this.texts.url.replace(/0(?=\D*$)/, number) + (model ? `?model=${model}` : '');
    }

    request(html, where) {
      const config = JSON.parse(document.getElementById('wagtail-config').textContent);
      const { children } = this.stream;
      const sections = this.hasSections ? children.map(outlined) : null;
      const at = where.section ? children.indexOf(where.section) : null;
      return {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          [config.CSRF_HEADER_NAME]: config.CSRF_TOKEN,
        },
        body: JSON.stringify({ html: fragmentOf(html), sections, at }),
      };
    }

    say(sentences, { isError = false, inserted = [] } = {}) {
      this.told.hidden = sentences.length === 0;
      this.told.classList.toggle('pasting__told--error', isError);
      const items = sentences.map((sentence) => make('p', { textContent: sentence }));
      this.told.replaceChildren(...items);
      if (sentences[0] === this.texts.busy) return;
      if (inserted.length) this.told.append(this.button(this.texts.undo, () => this.undo(inserted)));
      this.told.append(this.button(this.texts.close, () => this.say([])));
    }

    button(textContent, onClick) {
      const className = 'button button-small button-secondary';
      const button = make('button', { type: 'button', textContent, className });
      button.addEventListener('click', onClick);
      return button;
    }

    undo(inserted) {
      takeAway(inserted);
      this.element.dispatchEvent(new Event('change', { bubbles: true }));
      this.say([this.texts.undone]);
    }
  }

  const outlined = ({ block: { childBlocks } }) => ({
    id: childBlocks.section_id.getValue(),
    title: childBlocks.title.getValue(),
    level: Number(childBlocks.level.getValue()),
  });

  /* Word puts its whole style sheet on the clipboard, with marks around what was copied. */
  function fragmentOf(html) {
    const [, after] = html.split('<!--StartFragment-->');
    return after === undefined ? html : after.split('<!--EndFragment-->')[0];
  }

  class SectionsDefinition extends StreamBlockDefinition {
    render(...args) {
      const stream = super.render(...args);
      new PastedInto(stream, this.meta.pasting, true);
      return stream;
    }
  }

  class ContentDefinition extends StreamBlockDefinition {
    render(placeholder, prefix, ...rest) {
      const stream = super.render(placeholder, prefix, ...rest);
      // Inside a section the sections' own stream listens.
      if (!prefix.includes('-value-')) new PastedInto(stream, this.meta.pasting, false);
      return stream;
    }
  }

  window.telepath.register('content_models.pasting.Sections', SectionsDefinition);
  window.telepath.register('content_models.pasting.Content', ContentDefinition);
})();
