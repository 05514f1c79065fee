namespace CreditScoring.Law.Books;

/// <summary>By what a file is judged (评定依据): another basis, and it has to be judged again.</summary>
/// <param name="Book">Hash of the rule book.</param>
/// <param name="Engines">By which engines; null: it was judged before that was kept.</param>
public sealed record Basis(string Book, string? Engines);
