using CreditScoring.Documents;
using CreditScoring.Law.Expressions.Library;
using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Law.Expressions.Binding;

/// <summary>Functions: iif, np, isnull, those of the scope, those of the library.</summary>
internal sealed partial class Binder
{
    private Piece FunctionCall(CallNode node)
    {
        if (scope.Functions.TryGetValue(node.Name, out var function))
        {
            return OfScope(node, function);
        }

        var forms = Methods.Static("", node.Name).ToList();
        return (node.Name.ToLowerInvariant(), node.Arguments.Count) switch
        {
            ("iif", 3) => Choice(node, node.Arguments[0], node.Arguments[1], node.Arguments[2]),
            ("np", 1) => Bind(node.Arguments[0], gentle: true),
            ("np", 2) => Coalesce(
                node, Bind(node.Arguments[0], gentle: true), Bind(node.Arguments[1])),
            ("isnull", 2) => Coalesce(node, Bind(node.Arguments[0]), Bind(node.Arguments[1])),
            _ when forms.Count > 0 => Apply(node, forms, node.Arguments, Arguments(node)),
            _ => MethodOfItem(node) ?? UnknownFunction(node),
        };
    }

    private Piece UnknownFunction(CallNode node)
    {
        BrokenWith(node.Arguments);
        return Reflective.Contains(node.Name)
            ? faults.NotAllowed(node, node.Name, new Wording(
                "只用语言手册所列的函数", "use only functions that the language lists"))
            : faults.Unknown(
                "unknown-name", node.NameStart, node.Name,
                scope.Functions.Keys.Concat(Methods.NamesOf("")).Concat(["iif", "np", "isnull"]));
    }

    private Piece OfScope(CallNode node, Function function)
    {
        faults.CaseDiffers(node.NameStart, node.Name, function.Name);
        var arguments = Arguments(node);
        if (arguments.Exists(argument => argument.IsBroken))
        {
            return Piece.Broken;
        }

        var call = function.Bind(scene, [.. arguments.Select(AsArgument)]);
        if (call.Flaw is not null)
        {
            return faults.Add(call.Flaw, node);
        }

        var held = arguments.SelectMany(argument => argument.Chain?.Held ?? []);
        return new Piece(call.Type!, Holding(held, call.Code!));
    }

    private static Argument AsArgument(Piece piece) =>
        new(piece.IsNull ? RuleType.Text.OrMissing() : piece.Type, piece.Code, piece.Literal)
        {
            Chain = piece.Shape is Shape.Date or Shape.Integer ? piece.Chain : null,
        };
}
