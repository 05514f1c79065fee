using System.Diagnostics.Metrics;
using CreditScoring.Service.Telemetry;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Telemetry;

public class PrometheusTextTests
{
    private ServiceProvider services = null!;
    private Meter meter = null!;
    private MeterReader reader = null!;

    [SetUp]
    public void Listen()
    {
        services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        meter = factory.Create(CreditMeter.Name);
        reader = new MeterReader(factory, withRuntime: false);
    }

    [TearDown]
    public void Close()
    {
        reader.Dispose();
        meter.Dispose();
        services.Dispose();
    }

    [TestCase("plain")]
    [TestCase("a\"} 1\ncredit_ready 1\n#", "a quote, a brace and lines of its own")]
    [TestCase("\\", "what escapes the closing quote")]
    [TestCase("\\n and \n", "an escape beside what it stands for")]
    [TestCase("质量,x=\"y\"", "what looks like a second label")]
    public void A_hostile_label_stays_inside_its_quotes(string value, string reason = "")
    {
        meter.CreateCounter<long>("credit.tried", null, "a\nb\\").Add(3, new KeyValuePair<string, object?>("who", value));
        var samples = PrometheusParser.Read(reader.Text());
        Assert.That(samples, Is.EqualTo(new Dictionary<string, double> { [$"credit_tried_total{{who={value}}}"] = 3 }), reason);
    }

    [Test]
    public void A_label_without_bounds_does_not_fill_the_memory_and_nothing_goes_uncounted()
    {
        var counter = meter.CreateCounter<long>("credit.tried");
        for (var i = 0; i < 10_000; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("id", i));
        }

        var samples = PrometheusParser.Read(reader.Text());
        Assert.That(samples, Has.Count.EqualTo(MetricFamily.MostSeries + 1));
        Assert.That(samples.Values.Sum(), Is.EqualTo(10_000));
    }

    [Test]
    public void A_distribution_tells_its_buckets_sum_and_count()
    {
        var duration = meter.CreateHistogram("credit.took", "s", "", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var value in new[] { 0.05, 0.1, 0.5, 7 })
        {
            duration.Record(value);
        }

        Assert.That(PrometheusParser.Read(reader.Text()), Is.EqualTo(new Dictionary<string, double>
        {
            ["credit_took_seconds_bucket{le=0.1}"] = 2, ["credit_took_seconds_bucket{le=1}"] = 3,
            ["credit_took_seconds_bucket{le=+Inf}"] = 4, ["credit_took_seconds_sum"] = 7.65,
            ["credit_took_seconds_count"] = 4,
        }));
    }

    [Test]
    public void What_is_no_longer_so_is_no_longer_told()
    {
        var book = "old";
        meter.CreateObservableGauge("credit.rules.info",
            () => new Measurement<long>(1, new KeyValuePair<string, object?>("book", book)));
        Assert.That(reader.Text(), Does.Contain("old"));
        book = "new";
        Assert.That(reader.Text(), Does.Contain("new").And.Not.Contain("old"));
    }

    [Test]
    public void Another_service_in_the_same_process_is_not_listened_to()
    {
        using var other = new Meter(CreditMeter.Name);
        other.CreateCounter<long>("credit.tried").Add(1);
        Assert.That(reader.Text(), Is.Empty);
    }

    [TestCase("credit_x 1\n", "no type")]
    [TestCase("# TYPE credit_x counter\ncredit_x{a=\"1\",a=\"2\"} 1\n", "a label twice")]
    [TestCase("# TYPE credit_x counter\ncredit_x{a=\"\\q\"} 1\n", "no such escape")]
    [TestCase("# TYPE credit_x counter\ncredit_x 1\ncredit_x 2\n", "a sample twice")]
    [TestCase("# TYPE credit-x counter\ncredit-x 1\n", "a name that is none")]
    [TestCase("# TYPE credit_x counter\ncredit_x 1", "an open last line")]
    public void The_parser_of_these_tests_is_strict(string text, string reason) =>
        Assert.That(() => PrometheusParser.Read(text), Throws.TypeOf<FormatException>(), reason);
}
