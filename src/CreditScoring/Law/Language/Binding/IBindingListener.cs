using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>Is told of each part of a text as it is bound, the inner ones first.</summary>
internal interface IBindingListener
{
    /// <param name="node">The part.</param>
    /// <param name="piece">What came of it.</param>
    /// <param name="context">The names and items at hand there, now and not later.</param>
    void Bound(Node node, BoundNode piece, BindingContext context);
}
