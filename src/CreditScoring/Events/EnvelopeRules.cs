using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>What must hold between the properties of one event, once all of it is read.</summary>
internal sealed class EnvelopeRules(
    EventDraft draft, EventCatalogue catalogue, ValueReader values, Envelope envelope)
{
    private readonly EventTokens tokens = values.Tokens;

    /// <param name="terms">The terms of a case; null: a real event.</param>
    /// <param name="start">Where the event begins, for what is missing.</param>
    public void Check(CaseTerms? terms, Spot start)
    {
        Require(Property.Id, start);
        Require(Property.Kind, start);
        Require(Property.OccurredOn, start);
        if (terms is null)
        {
            Require(Property.Source, start);
        }

        draft.Source ??= "";
        if (draft.Has(Property.Subject) && draft.Has(Property.Subjects))
        {
            values.Add(EventFlaws.SubjectAndSubjects(At(Property.Subjects)));
        }

        if (draft.Layout?.Kind is { } kind)
        {
            CheckSubjects(kind, terms, start);
            CheckTarget(kind, start);
            CheckSending(kind);
            CheckValues(kind, start);
            if (!values.Kept)
            {
                CheckDays(kind);
            }
        }
    }

    private void CheckSubjects(EventKind kind, CaseTerms? terms, Spot start)
    {
        var named = draft.Has(Property.Subject) ? Property.Subject : Property.Subjects;
        if (kind.Mends && draft.Has(named))
        {
            values.Add(EventFlaws.SubjectOfMending(At(named), kind.Name));
        }

        var silent = !draft.Has(named) && terms?.Subject is null;
        if (!kind.Mends && (silent || draft.NamesNobody))
        {
            values.Add(EventFlaws.NoSubject(silent ? tokens.At(start) : At(named), kind.Name));
        }
    }

    private void CheckTarget(EventKind kind, Spot start)
    {
        if (!draft.Has(Property.ActsOn))
        {
            if (kind.ActsOn == ActsOn.Must)
            {
                values.Add(EventFlaws.NoTarget(tokens.At(start), kind.Name, envelope[Property.ActsOn]));
            }
        }
        else if (kind.ActsOn == ActsOn.Never)
        {
            values.Add(EventFlaws.StrayTarget(At(Property.ActsOn), kind.Name, envelope[Property.ActsOn]));
        }
        else if (draft.Target is { } target && target.Id == draft.Id
            && (target.Source ?? draft.Source) == draft.Source)
        {
            values.Add(EventFlaws.OnItself(At(Property.ActsOn)));
        }
    }

    private void CheckSending(EventKind kind)
    {
        if (kind.Raised && !kind.MayBeSent)
        {
            values.Add(EventFlaws.NeverSent(At(Property.Kind), kind.Name));
        }
    }

    private void CheckValues(EventKind kind, Spot start)
    {
        if (!draft.Has(Property.Data))
        {
            draft.Values = new FieldValues(values).Absent(
                catalogue.LayoutOf(kind.Name)!.Row, kind.Name, start);
        }
    }

    /// <summary>Whether the days stand in the order that the catalogue declares.</summary>
    private void CheckDays(EventKind kind)
    {
        foreach (var each in DayOrder.Broken(kind, draft.OccurredOn, draft.DecidedOn, draft.Values))
        {
            values.Add(EventFlaws.OutOfOrder(
                tokens.PlaceOf(each.In ?? each.Name), each.Name, each.Day, each.Other, each.Bound));
        }
    }

    private void Require(Property property, Spot start)
    {
        if (!draft.Has(property))
        {
            values.Add(EventFlaws.Missing(tokens.At(start), envelope[property]));
        }
    }

    private Place At(Property property) => tokens.At(draft.SpotOf(property));
}
