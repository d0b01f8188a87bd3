/* Blocks into an open form, by Wagtail's own streams. Nothing is sent or stored here. */
(() => {
  'use strict';

  const at = (stream, child, fallback) => {
    const index = child ? stream.children.indexOf(child) : -1;
    return index < 0 ? fallback : index;
  };

  const insertBlocks = (stream, blocks, index) =>
    blocks.map((block, offset) => ({
      stream,
      child: stream.insert(block, index + offset, { animate: false }),
    }));

  /* After the block that was pasted into, else at the end. */
  function insertAfter(stream, blocks, after) {
    const index = at(stream, after, stream.children.length - 1) + 1;
    const inserted = insertBlocks(stream, blocks, index);
    if (after && isEmptyText(after) && inserted.length) {
      stream.deleteBlock(stream.children.indexOf(after), { animate: false });
    }
    return inserted;
  }

  function isEmptyText(child) {
    const words = child.element.querySelector('[contenteditable=true]');
    return child.type === 'text' && words !== null && words.innerText.trim() === '';
  }

  function insertSection(sections, step, before) {
    const { id, ...value } = step.new;
    const state = { type: 'section', id, value: { ...value, blocks: step.blocks } };
    const index = at(sections, before, sections.children.length);
    return { stream: sections, child: sections.insert(state, index, { animate: false }) };
  }

  /* `where` is the section and the block that was pasted into, if any. */
  function insertSteps(sections, steps, where) {
    const existing = [...sections.children];
    return steps.flatMap((step) => {
      if (step.new) return [insertSection(sections, step, existing[step.place])];
      const section = existing[step.place];
      const after = section === where.section ? where.block : null;
      show(section);
      return insertAfter(section.block.childBlocks.blocks, step.blocks, after);
    });
  }

  /* A section that is folded together would hide what came into it. */
  function show(section) {
    const toggle = section.element.querySelector('[data-panel-toggle]');
    if (toggle.getAttribute('aria-expanded') === 'false') toggle.click();
  }

  function takeAway(inserted) {
    [...inserted].reverse().forEach(({ stream, child }) => {
      const index = stream.children.indexOf(child);
      if (index >= 0) stream.deleteBlock(index, { animate: false });
    });
  }

  window.tillaggInserting = { insertAfter, insertSteps, takeAway };
})();
