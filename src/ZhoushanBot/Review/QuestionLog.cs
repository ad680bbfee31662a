using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Saving;
using ZhoushanBot.Storage.Documents;

namespace ZhoushanBot.Review;

/// <summary>
/// What the supervision office looks through: questions that found no answer, and answers that somebody judged, one line for each different question
/// with its counts. In memory, saved behind; bounded in number, age and length. Safe for several threads.
/// </summary>
internal sealed class QuestionLog(IDocumentStore documents, IOptions<QuestionOptions> options, TimeProvider time) : ISavedLater
{
    /// <summary>Longest question kept, in UTF-16 code units.</summary>
    public const int LongestText = 200;

    private const int LongestReading = 2_000;
    private const int MostAskers = 20;
    private const int IdLength = 9;

    private static readonly char[] Ends = ['?', '!', '.', '。', ' '];

    private readonly Lock gate = new();
    private readonly Dictionary<string, LoggedQuestion> kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GivenAnswer> answers = new(StringComparer.Ordinal);
    private readonly Queue<string> answerIds = [];

    /// <summary>Remembers an answer, so that it can be judged; a question that found none is kept.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="reply">What was answered.</param>
    /// <param name="askerId">Channel's id of the person; kept only where the settings say so.</param>
    /// <returns>The answer's id, which a button of its card sends back; good until <c>Questions:MaxAnswers</c> others were given, or a restart.</returns>
    public string Remember(string text, AssistantReply reply, string? askerId)
    {
        Span<byte> random = stackalloc byte[IdLength];
        RandomNumberGenerator.Fill(random);
        var id = Base64Url.EncodeToString(random);
        var answer = new GivenAnswer(text, reply.Reading, reply.Answer.IsFound);
        lock (gate)
        {
            answers[id] = answer;
            answerIds.Enqueue(id);
            if (answerIds.Count > options.Value.MaxAnswers)
            {
                answers.Remove(answerIds.Dequeue());
            }
        }

        if (reply.IsUnanswered())
        {
            Count(answer, askerId, question => question with { Unanswered = question.Unanswered + 1 });
        }

        return id;
    }

    /// <summary>Keeps what somebody thinks of an answer. The same person's second thought takes the place of the first.</summary>
    /// <returns>Language in which the answer was given; null when the answer is not known any more, and nothing was kept.</returns>
    public ReplyLanguage? Judge(string answerId, Verdict verdict, string? judgeId)
    {
        GivenAnswer? answer;
        Verdict? before;
        lock (gate)
        {
            if (!answers.TryGetValue(answerId, out answer))
            {
                return null;
            }

            before = answer.Change(judgeId ?? "", verdict);
        }

        if (before != verdict)
        {
            Count(answer, judgeId, question => question with
            {
                Up = question.Up + StepOf(Verdict.Up),
                Down = question.Down + StepOf(Verdict.Down),
            });
        }

        return answer.Reading.Language;

        int StepOf(Verdict counted) => (verdict == counted ? 1 : 0) - (before == counted ? 1 : 0);
    }

    /// <summary>Questions without an answer or with a thumb down, the most frequent first, then the newest.</summary>
    /// <param name="since">Only those that came up at this time or later; null for all.</param>
    public ImmutableArray<LoggedQuestion> ToReview(DateTimeOffset? since)
    {
        lock (gate)
        {
            return
            [
                .. kept.Values
                    .Where(question => question.Weight > 0 && (since is null || question.LastAt >= since))
                    .OrderByDescending(question => question.Weight)
                    .ThenByDescending(question => question.LastAt)
                    .ThenBy(question => question.Text, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Forgets what was looked through, thumbs up included.</summary>
    /// <param name="before">Only what came up before; null for all.</param>
    /// <returns>How many questions.</returns>
    public int Clear(DateTimeOffset? before)
    {
        lock (gate)
        {
            var over = kept.Where(pair => before is null || pair.Value.LastAt < before).Select(pair => pair.Key).ToList();
            over.ForEach(key => kept.Remove(key));
            return over.Count;
        }
    }

    /// <inheritdoc/>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var read = await documents.ListAsync(cancellationToken);
        lock (gate)
        {
            foreach (var document in read)
            {
                // One that cannot be read is not ours to keep: it goes with the next saving.
                stored.Add(document.Key);
                if (LoggedQuestionJson.Read(document.Json) is { } question)
                {
                    kept.TryAdd(document.Key, question);
                }
            }
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        List<string> keys;
        List<string> gone;
        List<StoredDocument> put;
        lock (gate)
        {
            Forget();
            keys = [.. changed.Where(kept.ContainsKey)];
            changed.Clear();
            put = [.. keys.Select(key => new StoredDocument(key, LoggedQuestionJson.Write(kept[key]), kept[key].LastAt))];
            gone = [.. stored.Where(key => !kept.ContainsKey(key))];
        }

        if (put.Count == 0 && gone.Count == 0)
        {
            return;
        }

        try
        {
            await documents.ChangeAsync(put, gone, cancellationToken);
        }
        catch
        {
            lock (gate)
            {
                changed.UnionWith(keys);
            }

            throw;
        }

        stored.UnionWith(keys);
        stored.ExceptWith(gone);
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Never between the halves of one character.
        return $"{text.AsSpan(0, char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)}…";
    }

    /// <summary>The same words are one question; words that lean on the turn before are another one on each ground.</summary>
    private static string KeyOf(GivenAnswer answer)
    {
        var words = Cut(answer.Reading.Recognition.Text.Text.TrimEnd(Ends), LongestText);
        return StoredText(answer.Reading.IsFollowUp ? $"{words}\n{ContextJson.Write(new([new(answer.Reading.Question, [], 0, answer.Reading.Language, default)]))}" : words);
    }

    // Half a surrogate pair can be typed and cannot be stored.
    private static string StoredText(string text) => string.Create(text.Length, text, (span, source) =>
    {
        source.CopyTo(span);
        for (var i = 0; i < span.Length; i++)
        {
            if (char.IsHighSurrogate(span[i]) && i + 1 < span.Length && char.IsLowSurrogate(span[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(span[i]))
            {
                span[i] = '\uFFFD';
            }
        }
    });

    private void Count(GivenAnswer answer, string? personId, Func<LoggedQuestion, LoggedQuestion> step)
    {
        var key = KeyOf(answer);
        var reading = StoredText(Cut(ReadingText.Of(answer.Reading), LongestReading));
        var now = time.GetUtcNow();
        lock (gate)
        {
            var known = kept.GetValueOrDefault(key) ?? new LoggedQuestion
            {
                Text = "",
                Reading = "",
                Language = default,
                IsFound = false,
                Unanswered = 0,
                Up = 0,
                Down = 0,
                FirstAt = now,
                LastAt = now,
                Askers = [],
            };
            kept[key] = step(known) with
            {
                Text = StoredText(Cut(answer.Text.Trim(), LongestText)),
                Reading = reading,
                Language = answer.Reading.Language,
                IsFound = answer.IsFound,
                LastAt = now,
                Askers = options.Value.KeepAsker && personId is not null
                    ? [.. known.Askers.Where(id => id != personId).TakeLast(MostAskers - 1), StoredText(personId)]
                    : known.Askers,
            };
            changed.Add(key);
            if (kept.Count > options.Value.MaxKept + (options.Value.MaxKept / 4))
            {
                Forget();
            }
        }
    }

    /// <summary>What is too old goes, then the rarest and oldest of what is too many.</summary>
    private void Forget()
    {
        var oldest = time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays);
        var over = kept.Where(pair => pair.Value.LastAt < oldest).Select(pair => pair.Key).ToList();
        var surplus = kept.Count - over.Count - options.Value.MaxKept;
        if (surplus > 0)
        {
            over.AddRange(kept
                .Where(pair => pair.Value.LastAt >= oldest)
                .OrderBy(pair => pair.Value.Weight).ThenBy(pair => pair.Value.LastAt)
                .Take(surplus).Select(pair => pair.Key));
        }

        over.ForEach(key => kept.Remove(key));
    }

    /// <summary>An answer that can still be judged, and by whom it was.</summary>
    private sealed class GivenAnswer(string text, Reading reading, bool isFound)
    {
        private const int MostJudges = 200;
        private Dictionary<string, Verdict>? verdicts;

        public string Text => text;

        public Reading Reading => reading;

        public bool IsFound => isFound;

        /// <summary>Takes a verdict and gives the same person's former one.</summary>
        public Verdict? Change(string judgeId, Verdict verdict)
        {
            verdicts ??= new(StringComparer.Ordinal);
            Verdict? before = verdicts.TryGetValue(judgeId, out var known) ? known : null;
            if (before is not null || verdicts.Count < MostJudges)
            {
                verdicts[judgeId] = verdict;
                return before;
            }

            // A crowd, or somebody who makes up names: enough is known of this answer.
            return verdict;
        }
    }
}
