// Says that a file is too large before it is sent: the text beside it would have to be typed again.
for (const field of document.querySelectorAll("input[type=file][data-max-bytes]")) {
  field.addEventListener("change", () => {
    const tooLarge = [...field.files].filter((file) => file.size > Number(field.dataset.maxBytes));
    field.setCustomValidity(
      tooLarge.length === 0 ? "" : `At most ${field.dataset.maxText} each. Larger: ${tooLarge.map((file) => file.name).join(", ")}`,
    );
    field.reportValidity();
  });
}
