// @ts-check
/** While the site is being written: asks the server for news, and reloads the page when it changed. */
(() => {
  const epoch = Number(document.currentScript.dataset.epoch);
  async function wait() {
    try {
      const answer = await fetch(`/livereload/${epoch}/${Date.now()}`);
      if (answer.ok && Number(await answer.text()) > epoch) return location.reload();
    } catch {
      await new Promise((later) => setTimeout(later, 2000)); // the server is away: look again soon
    }
    wait();
  }
  wait();
})();
