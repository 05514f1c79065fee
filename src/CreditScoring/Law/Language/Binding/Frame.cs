using System.Linq.Expressions;

namespace CreditScoring.Law.Language.Binding;

/// <summary>The item that a condition inside an aggregate is about.</summary>
/// <param name="Name">The lambda's parameter; null: members stand bare, or the item is
/// <c>it</c>.</param>
/// <param name="Path">Its name for facts, unlike that of every other frame.</param>
/// <param name="Type">The item's type, as narrowed by earlier conditions.</param>
/// <param name="Item">Its code.</param>
internal sealed record Frame(string? Name, string Path, RuleType Type, ParameterExpression Item);
