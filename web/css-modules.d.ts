// What is a style sheet to the compiler? A module of class names; a plain one has no names.
declare module '*.module.css' {
  const names: Record<string, string>;
  export default names;
}
declare module '*.css' {}
