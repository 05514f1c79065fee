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
        if (draft.DecidedOn is { } decided)
        {
            CheckDay("decidedOn", decided, kind.DecidedNotBefore, kind.Fields, draft.Values, null);
        }

        if (draft.Values is { } row)
        {
            CheckDaysIn(kind.Fields, row, null);
        }
    }

    /// <param name="list">The field in which the row stands; null: the event's own data.</param>
    private void CheckDaysIn(IReadOnlyList<EventField> fields, object?[] row, string? list)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            foreach (var inner in row[i] as object?[][] ?? [])
            {
                CheckDaysIn(fields[i].Fields, inner, list ?? fields[i].Name);
            }

            if (row[i] is DateOnly day)
            {
                CheckDay(fields[i].Name, day, fields[i].Bounds.NotBefore, fields, row, list);
            }
        }
    }

    private void CheckDay(
        string name, DateOnly day, IReadOnlyList<string> notBefore, IReadOnlyList<EventField> fields,
        object?[]? row, string? list)
    {
        foreach (var other in notBefore)
        {
            var bound = other switch
            {
                "occurredOn" => draft.OccurredOn,
                "decidedOn" => draft.DecidedOn,
                _ => Enumerable.Range(0, fields.Count).Where(i => fields[i].Name == other)
                    .Select(i => row?[i] as DateOnly?).FirstOrDefault(),
            };
            if (day < bound)
            {
                values.Add(EventFlaws.OutOfOrder(
                    tokens.PlaceOf(list ?? name), name, day, other, bound.Value));
            }
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
