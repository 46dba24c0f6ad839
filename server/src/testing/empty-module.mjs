// What a style sheet is to the web's tests: the browser's tests look at styles.
export default {};
