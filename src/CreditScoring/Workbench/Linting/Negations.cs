using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Workbench.Reasoning;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// missing-value-holds: a negated condition is true also where the field that it reads was never filled
/// in, so that silence in the file tells against (or for) somebody. Fields of true or false are left
/// out: of them <c>!= true</c> says that a missing one counts as false.
/// </summary>
internal sealed class Negations
{
    private readonly WrittenPack pack;
    private readonly Reasoner reasoner;
    private readonly HappeningShape anyEvent;
    private readonly HashSet<string> events = new(StringComparer.OrdinalIgnoreCase) { "happened" };

    private Negations(WrittenPack pack)
    {
        this.pack = pack;
        reasoner = new PackReasoning(pack).Reasoner;
        anyEvent = new HappeningShape(pack.Catalogue);
    }

    public static IEnumerable<Flaw> Check(WrittenPack pack) => new Negations(pack).Found();

    private IEnumerable<Flaw> Found()
    {
        var ofRules = pack.Rules.SelectMany(rule => rule.Texts()).Select(text => text.Root).ToHashSet();
        return pack.Texts().Where(text => !ofRules.Contains(text.Root))
            .SelectMany(text => In(text, Constraints.None))
            .Concat(pack.Rules.SelectMany(rule => Of(rule, rule.Role == "repair"
                ? Constraints.Of("happened.kind", Domain.Words(RaisedKinds.RepairRequest))
                    : Constraints.None)));
    }

    private IEnumerable<Flaw> Of(WrittenRule rule, Constraints known)
    {
        var condition = rule.Condition is null ? [] : In(rule.Condition, known);
        var nested = rule.Nested.SelectMany(each => Of(each, rule.JoinsAll
            ? rule.Nested.Where(other => other != each)
                .Aggregate(known, (all, other) => all.And(reasoner.Holds(other)))
            : known));
        var apart = rule.Nested.SelectMany(each => each.Texts()).Append(rule.Condition).OfType<WrittenText>()
            .Select(text => text.Root).ToHashSet();
        var within = known.And(reasoner.Holds(rule));
        return [.. condition, .. nested, .. rule.Texts().Where(text => !apart.Contains(text.Root)).SelectMany(
            text => In(text, within))];
    }

    private IEnumerable<Flaw> In(WrittenText text, Constraints known) =>
        Open(text.Root, true, known).Select(found => Holds(text, found.Condition, found.Field));

    /// <summary>The conditions that a missing field makes true, and the field.</summary>
    private IEnumerable<(Node Condition, Node Field)> Open(Node node, bool wanted, Constraints known) =>
        node switch
    {
        UnaryNode { Operator: Operator.Not } not => Open(not.Operand, !wanted, known),
        LogicNode logic => Each(logic.Parts, (logic.Operator == Operator.And) == wanted, wanted, known),
        BinaryNode { Operator: Operator.EagerAnd or Operator.EagerOr } eager =>
            Each(eager.Parts, (eager.Operator == Operator.EagerAnd) == wanted, wanted, known),
        BinaryNode { Operator: var op } compared when op.IsComparison() =>
            Negated(compared, op == Operator.NotEqual ? wanted : !wanted, known),
        InNode membership => Negated(membership, membership.Negated == wanted, known),
        CallNode { Target: { } list } call => Called(call, list, known),
        _ => node.Parts.SelectMany(part => Open(part, true, known)),
    };

    /// <summary>What the other parts leave open when it comes to one of them.</summary>
    private IEnumerable<(Node, Node)> Each(
        IReadOnlyList<Node> parts, bool all, bool wanted, Constraints known) =>
        parts.SelectMany(part => Open(part, wanted, parts.Where(other => other != part)
            .Aggregate(known, (so, other) => so.And(reasoner.Holds(other, all == wanted)))));

    private IEnumerable<(Node, Node)> Negated(Node node, bool negated, Constraints known)
    {
        var nulls = node.Parts.Any(part => part is LiteralNode { Value: null });
        var open = !negated || nulls ? null : node.Parts.FirstOrDefault(part => MayMiss(part, known));
        return (open is null ? [] : new[] { (node, open) })
            .Concat(node.Parts.SelectMany(part => Open(part, true, known)));
    }

    private IEnumerable<(Node, Node)> Called(CallNode call, Node list, Constraints known)
    {
        foreach (var part in call.Parts)
        {
            var named = part is LambdaNode lambda && Walks(list) && events.Add(lambda.Parameter)
                ? lambda.Parameter
                : null;
            foreach (var found in Open(part, true, known).ToArray())
            {
                yield return found;
            }

            if (named is not null)
            {
                events.Remove(named);
            }
        }
    }

    /// <summary>Whether a list is of events, whatever was left out of it.</summary>
    private static bool Walks(Node list) => list switch
    {
        NameNode { Name: "events" } => true,
        CallNode { Name: not ("Select" or "GroupBy" or "SelectMany"), Target: { } target } => Walks(target),
        _ => false,
    };

    private bool MayMiss(Node node, Constraints known)
    {
        if (node is not MemberNode member || !known.About(Spoken.Of(node)).MayMiss)
        {
            return false;
        }

        if (member.Target is NameNode { Name: "subject" })
        {
            return pack.Catalogue.Kind(SubjectView.ProfileKind)?.Fields.FirstOrDefault(
                each => each.Name == member.Name)
                is { Type: not FieldType.Boolean };
        }

        if (!IsEvent(member.Target))
        {
            return false;
        }

        var kinds = known.About($"{Spoken.Of(member.Target)}.kind").Only;
        var shape = kinds is null ? anyEvent : anyEvent.Narrow("kind", kinds);
        return shape.Find(member.Name)?.Type is { Optional: true, Shape: not (
            Shape.Boolean or Shape.Record or Shape.List) };
    }

    private bool IsEvent(Node node) => node switch
    {
        NameNode name => events.Contains(name.Name),
        MemberNode { Name: "actsOn" or "happened" } => true,
        _ => false,
    };

    private static Flaw Holds(WrittenText text, Node condition, Node field)
    {
        var (read, whole) = (Written(text, field), Written(text, condition));
        return new Flaw(
            "missing-value-holds", text.At(condition),
            new Wording($"没有填写 {read} 时，{whole} 之否定也成立",
                $"where {read} is missing, this holds as well: '{whole}' is negated or unequal"),
            new Wording(
                $"写 {read} != null && …；没有填写的确实也算，写 {read} == null || …",
                $"write {read} != null && ...; if a missing one is meant to count, {read} == null || ..."))
        {
            Severity = Severity.Warning,
        };
    }

    private static string Written(WrittenText text, Node node) => text.Rule.Text[node.Start..node.End];
}
