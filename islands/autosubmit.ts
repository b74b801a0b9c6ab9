// A filter that is chosen from a list narrows the list at once.
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.dataset['autosubmit'] !== undefined)
    target.form?.requestSubmit()
})
