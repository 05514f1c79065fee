using System.Collections;
using System.Reflection;
using System.Runtime.ExceptionServices;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;
using CreditScoring.SecondOpinion.Views;

namespace CreditScoring.SecondOpinion;

/// <summary>Carries a value of one type of ours over to the package.</summary>
/// <param name="Clr">The type that the package sees.</param>
/// <param name="Over">The value of ours -> the value there.</param>
internal sealed record Carrier(Type Clr, Func<object?, CarriedScene, object?> Over)
{
    private static readonly Carrier Unchanged = new(typeof(object), (value, _) => value);

    /// <summary>Null: values of the type cannot be carried over.</summary>
    public static Carrier? Of(RuleType type, Viewing viewing, Type rows, PackLanguage language) =>
        type.Shape switch
    {
        Shape.Integer => Unchanged with { Clr = type.Optional ? typeof(int?) : typeof(int) },
        Shape.Number => Unchanged with { Clr = type.Optional ? typeof(decimal?) : typeof(decimal) },
        Shape.Text => Unchanged with { Clr = typeof(string) },
        Shape.Boolean => Unchanged with { Clr = type.Optional ? typeof(bool?) : typeof(bool) },
        Shape.Date => new Carrier(typeof(DateTime?), (value, carried) => carried.Day((DateOnly?)value)),
        Shape.Instant => Unchanged with { Clr = type.Optional ? typeof(DateTime?) : typeof(DateTime) },
        Shape.Span => Unchanged with { Clr = type.Optional ? typeof(TimeSpan?) : typeof(TimeSpan) },
        Shape.Record => Record(type.Record!, viewing, rows, language),
        Shape.List when type.Key is null && Of(type.Element!, viewing, rows, language) is { } item =>
            List(item),
        _ => null,
    };

    private static Carrier? Record(RecordShape record, Viewing viewing, Type rows, PackLanguage language) =>
        record.Clr == typeof(Happening) ? Viewed<Happening>(viewing.Types.Event, viewing.Of)
        : record.Clr == typeof(Entry) ? Viewed<Entry>(viewing.Types.Entry, viewing.Of)
        : record.Clr == typeof(Duty) ? Viewed<Duty>(viewing.Types.Duty, viewing.Of)
        : record.Clr == typeof(SubjectView) ? Viewed<SubjectView>(viewing.Types.Subject, viewing.Of)
        : record.Clr == typeof(Night)
            ? Viewed<Night>(typeof(NightView), night => Viewing.Of(night, language.Ladder))
        : record.Clr == typeof(TableRow) && Viewing.Maker(rows) is var row
            ? Viewed<TableRow>(rows, value => row(value, null))
        : null;

    private static Carrier Viewed<T>(Type view, Func<T, object> make)
        where T : class => new(view, (value, _) => value is null ? null : make((T)value));

    private static Carrier List(Carrier item) => (Carrier)typeof(Carrier)
        .GetMethod(nameof(ListOf), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(item.Clr).Invoke(null, [item])!;

    private static Carrier ListOf<T>(Carrier item)
    {
        Carrier? list = null;
        Func<object, CarriedScene, object> over = (ours, carried) => new Wrapped<T>(ours, item, carried);
        list = new Carrier(typeof(IEnumerable<T>), (value, carried) => carried.List(list!, value, over));
        return list;
    }

    /// <summary>A list of ours, each item carried over when it is first looked at.</summary>
    private sealed class Wrapped<T> : IEnumerable<T>
    {
        private readonly Carrier item;
        private readonly CarriedScene carried;
        private readonly IEnumerator ours;
        private readonly List<T> seen = [];
        private ExceptionDispatchInfo? failure;

        public Wrapped(object inner, Carrier item, CarriedScene carried)
        {
            this.item = item;
            this.carried = carried;
            ours = ((IEnumerable)inner).GetEnumerator();
        }

        public IEnumerator<T> GetEnumerator()
        {
            for (var place = 0; place < seen.Count || Next(); place++)
            {
                yield return seen[place];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>A list that has failed once fails again: it must not look as if it had ended.</summary>
        private bool Next()
        {
            failure?.Throw();
            try
            {
                if (!ours.MoveNext())
                {
                    return false;
                }
            }
            catch (Exception thrown)
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
                throw;
            }

            seen.Add((T)item.Over(ours.Current, carried)!);
            return true;
        }
    }
}
