namespace Similarity;

/// <summary>TF-IDF vectors of the names and numbers of the texts of one story, with frequencies of this story alone.</summary>
internal sealed class NameVectors
{
    private readonly (int Term, double Weight)[][] _rows;
    private readonly int _terms;

    public NameVectors(TermVectors vectors, int[] texts)
    {
        var numbers = new Dictionary<int, int>();
        var frequencies = new List<int>();
        _rows = new (int, double)[texts.Length][];
        for (var i = 0; i < texts.Length; i++)
        {
            var row = new List<(int, double)>();
            foreach (var (term, factor) in vectors.FactorsOf(texts[i]))
            {
                if (!vectors.IsName(term)) continue;
                if (!numbers.TryGetValue(term, out var number))
                {
                    numbers.Add(term, number = frequencies.Count);
                    frequencies.Add(0);
                }
                frequencies[number]++;
                row.Add((number, factor));
            }
            _rows[i] = [.. row];
        }
        _terms = frequencies.Count;
        foreach (var row in _rows)
        {
            var squares = 0.0;
            for (var j = 0; j < row.Length; j++)
            {
                row[j].Weight *= Math.Log((1.0 + texts.Length) / (1 + frequencies[row[j].Term]));
                squares += row[j].Weight * row[j].Weight;
            }
            for (var j = 0; j < row.Length; j++) row[j].Weight /= Math.Sqrt(squares);
        }
    }

    /// <summary>How many texts there are.</summary>
    public int Count => _rows.Length;

    /// <summary>1, or 0 of a text without names.</summary>
    public int SquareOf(int row) => _rows[row].Length == 0 ? 0 : 1;

    /// <summary>The sum of the vectors of one side.</summary>
    public double[] Sum(bool[] side, bool which)
    {
        var sum = new double[_terms];
        for (var i = 0; i < _rows.Length; i++)
        {
            if (side[i] == which) AddRow(i, 1, sum);
        }
        return sum;
    }

    /// <summary>The mean cosine of two different texts of one side.</summary>
    /// <param name="sum">The side's sum.</param>
    /// <param name="side">Who is on which side.</param>
    /// <param name="which">The side.</param>
    public double MeanWithin(double[] sum, bool[] side, bool which)
    {
        var (count, squares) = (0, 0);
        for (var i = 0; i < side.Length; i++)
        {
            if (side[i] != which) continue;
            count++;
            squares += SquareOf(i);
        }
        return count < 2 ? 0 : (Dot(sum, sum) - squares) / ((double)count * (count - 1));
    }

    /// <summary>The product of the matrix of all cosines with a vector.</summary>
    public double[] TimesSimilarities(double[] vector)
    {
        var sum = new double[_terms];
        for (var i = 0; i < _rows.Length; i++) AddRow(i, vector[i], sum);
        var product = new double[_rows.Length];
        for (var i = 0; i < product.Length; i++) product[i] = DotRow(i, sum);
        return product;
    }

    /// <summary>The product of a text's vector with another.</summary>
    public double DotRow(int row, double[] vector)
    {
        var sum = 0.0;
        foreach (var (term, weight) in _rows[row]) sum += weight * vector[term];
        return sum;
    }

    /// <summary>The product of two vectors over the names.</summary>
    public double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private void AddRow(int row, double factor, double[] sum)
    {
        foreach (var (term, weight) in _rows[row]) sum[term] += factor * weight;
    }
}
